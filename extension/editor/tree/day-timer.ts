/** A day begins at a quarter of an hour in every time zone. */
const quarterMs = 15 * 60_000;

/** Calls back a moment after every time at which a day may have begun, wherever the person is. */
export function createDayTimer(onQuarter: () => void): { dispose(): void } {
  let timer = wait();

  function wait(): ReturnType<typeof setTimeout> {
    return setTimeout(
      () => {
        timer = wait();
        onQuarter();
      },
      quarterMs - (Date.now() % quarterMs) + 1000,
    );
  }

  return { dispose: () => clearTimeout(timer) };
}
