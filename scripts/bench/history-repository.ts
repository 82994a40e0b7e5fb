import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

const componentsAtMost = 10;

/** The folders of these files that hold most of them, below the root and one level deeper. */
export function busiestFolders(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const parts = file.split('/').slice(0, -1);
    for (const depth of [1, 2])
      if (parts.length >= depth) {
        const folder = parts.slice(0, depth).join('/');
        counts.set(folder, (counts.get(folder) ?? 0) + 1);
      }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, componentsAtMost)
    .map(([folder]) => folder);
}

/** Documents of an engagement whose ownership map has a component for each folder. */
export function governingDocuments(
  folders: readonly string[],
): readonly (readonly [name: string, text: string])[] {
  const engagement = `---
kind: engagement
title: A history
status: active
phase: delivery
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2024-07-01
end: 2027-06-30
notice: 6 months
---

## People

| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |
`;
  const rows = folders.map(
    (folder, i) =>
      `| Component ${i} | critical | anna | jonas | jonas | \`${folder.replace(/[`|\\]/g, '?')}/**\` |\n`,
  );
  const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: jonas
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
${rows.join('')}`;
  return [
    ['engagement.md', engagement],
    ['map.md', map],
  ];
}

const commits = 50_000;
const people = 40;
const modules = 25;

/** A repository of 50,000 commits in a new folder, the same each time: files come, change, move and go, and branches are merged. */
export function generateHistory(folder: string): void {
  git(['init', '--quiet', '--initial-branch=main', folder]);
  const stream = `${folder}.stream`;
  const file = openSync(stream, 'w');
  for (const part of commitStream()) writeSync(file, part);
  closeSync(file);
  const input = openSync(stream, 'r');
  const { status } = spawnSync('git', ['-C', folder, 'fast-import', '--quiet'], {
    stdio: [input, 'ignore', 'inherit'],
  });
  closeSync(input);
  rmSync(stream);
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`);
  git(['-C', folder, 'checkout', '--quiet', '--force', 'main']);
}

function* commitStream(): Generator<string> {
  const chance = seeded(7);
  const files: string[] = [];
  let made = 0;
  let branch: number | undefined;
  let at = Date.UTC(2015, 0, 1) / 1000;
  for (let n = 1; n <= commits; n++) {
    at += 60 + chance(12_000);
    const who = `Person ${chance(people)} <person-${chance(people)}@example.org>`;
    const on = branch !== undefined && chance(3) === 0 ? 'side' : 'main';
    const lines = [`commit refs/heads/${on}\nmark :${n}\ncommitter ${who} ${at} +0000\ndata 2\nx\n`];
    if (on === 'main' && branch !== undefined && chance(20) === 0) {
      lines.push('merge refs/heads/side\n');
      branch = undefined;
      yield `${lines.join('')}\n`;
      continue;
    }
    if (on === 'main' && branch === undefined && n > 1 && chance(30) === 0) {
      branch = n;
      yield `reset refs/heads/side\nfrom :${n - 1}\n\n`;
    }
    for (let i = chance(4); i >= 0; i--) {
      const what = files.length < 200 ? 0 : chance(40);
      const place = chance(Math.max(1, files.length));
      const old = files[place];
      if (what < 3 || old === undefined) {
        const name = `module-${made % modules}/part-${made % 7}/file-${made++}.ts`;
        files.push(name);
        lines.push(contentOf(name, n));
      } else lines.push(contentOf(old, n));
    }
    yield `${lines.join('')}\n`;
  }
}

function contentOf(name: string, n: number): string {
  const text = `${Array.from({ length: 12 }, (_, line) => `${name} ${line} ${line === n % 12 ? n : ''}`).join('\n')}\n`;
  return `M 644 inline ${name}\ndata ${text.length}\n${text}\n`;
}

/** Numbers below a bound that are the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * below);
  };
}

function git(args: readonly string[]): void {
  const { status } = spawnSync('git', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}`);
}
