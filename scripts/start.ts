import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.ts';

const root = path.resolve(import.meta.dirname, '..');
/** A fixed day, so that what is printed here is what the README shows, whenever it is run. */
const asOf = '2026-11-23';

const shown: readonly (readonly [about: string, command: string])[] = [
  ['What is wrong in the documents', 'check examples'],
  ['What the calendar asks for', `due examples/payments --within 30d --as-of ${asOf}`],
  ['Every supplier in one line', `portfolio examples --as-of ${asOf}`],
  [
    'How the last day to prepare for leaving comes about',
    `facts examples/payments --name true-last-day --as-of ${asOf}`,
  ],
];

await build();
console.log(`The calendar is read as of ${asOf}, a day on which something is due in the examples.`);
for (const [about, command] of shown) {
  console.log(`\n${about}\n$ npx outrigger ${command}\n`);
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'bin/outrigger.mjs'), ...command.split(' ')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  // 1 says that the documents have findings; anything else above 0 that the program has a fault.
  if (status !== 0 && status !== 1) process.exit(status ?? 2);
}
console.log('\nNow try: npx outrigger explain EXT001, or open examples/payments/ and change something.');
