/** Milliseconds after which a long run gives other extensions their turn. */
const sliceMs = 2;

/** Cuts a long run into slices. */
export interface Slices {
  /** A promise once the slice that is running has been long enough, or before a long piece; else nothing. */
  pause(beforeLong?: boolean): Promise<void> | undefined;
  /** The longest slice since this was last asked, in milliseconds. */
  takeLongestMs(): number;
}

/** A turn of the host's event loop ends a slice; `setTimeout` is the one way to end a turn that every host has. */
export function createSlices(now: () => number = () => performance.now()): Slices {
  /** When the turn that is running began, as far as it is known. */
  let begun: number | undefined;
  let longest = 0;

  function begin(): void {
    begun = now();
    setTimeout(() => (begun = undefined), 0);
  }

  return {
    pause(beforeLong = false) {
      if (begun === undefined) {
        begin();
        return undefined;
      }
      const length = now() - begun;
      longest = Math.max(longest, length);
      if (length < sliceMs && !beforeLong) return undefined;
      return new Promise((resolve) => {
        setTimeout(() => {
          begin();
          resolve();
        }, 0);
      });
    },
    takeLongestMs() {
      const taken = longest;
      longest = 0;
      return taken;
    },
  };
}
