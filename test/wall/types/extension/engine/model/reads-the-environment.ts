import { readFileSync } from 'node:fs';

/** Wrong: the engine knows no file system, no process, no bytes of Node and no timers. */
export function configured(): string {
  setTimeout(() => undefined, 1);
  const name = process.env['OUTRIGGER'] ?? Buffer.from('00', 'hex').toString();
  return readFileSync(new URL(name).pathname, 'utf8');
}
