/** What must still be undone when this process ends; each runs at most once and may not wait for anything. */
const open = new Set<() => void>();

/** Runs `undo` when the process ends, by itself or by a signal, unless the returned function is called before. */
export function onProcessEnd(undo: () => void): () => void {
  listen();
  open.add(undo);
  return () => void open.delete(undo);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', undoAll);
  // By default these end a process without its 'exit' event. SIGINT is mocha's own.
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}

function undoAll(): void {
  // The last one first: what was made within another thing goes before it.
  for (const undo of [...open].toReversed()) {
    try {
      undo();
    } catch {
      // The next one still has to be undone, and nobody is left to be told.
    }
  }
  open.clear();
}
