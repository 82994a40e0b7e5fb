// Writes the peak memory of this process (its largest resident set, KiB) when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.BENCH_PEAK_FILE) {
    writeFileSync(process.env.BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS));
  }
});
