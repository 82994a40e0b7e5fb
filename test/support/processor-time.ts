/** Begins to measure; what it gives says how many milliseconds of the processor this program has taken since. A clock would count what others do meanwhile. */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
