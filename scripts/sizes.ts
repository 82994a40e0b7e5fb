/**
 * Holds the files of `extension/` to a size in which one job can be read at a glance. What is larger stands below with
 * its reason; a reason that is no longer needed is told too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'oxc-parser';

const root = path.resolve(import.meta.dirname, '..');
const fileLinesAtMost = 300;
const functionLinesAtMost = 80;

/** Why a file, or a function of it, is larger. */
const larger: Readonly<Record<string, string>> = {
  'extension/engine/workspace/create-engine.ts':
    'the door of the engine: one method for each question that it answers, which hands it on',
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** One line for each file and function that is too large for no reason, and for each reason without one. */
export function sizeProblems(base = root, reasons = larger): readonly string[] {
  const found = filesIn(base).flatMap((file) => largeIn(file, readFileSync(path.join(base, file), 'utf8')));
  const named = new Set(found.map(({ name }) => name));
  return [
    ...found.filter(({ name }) => !Object.hasOwn(reasons, name)).map(({ said }) => said),
    ...Object.keys(reasons)
      .filter((name) => !named.has(name))
      .map((name) => `No longer larger than others: ${name}`),
  ];
}

function filesIn(base: string): readonly string[] {
  return readdirSync(path.join(base, 'extension'), { recursive: true, encoding: 'utf8' })
    .map((file) => `extension/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .toSorted();
}

function largeIn(file: string, text: string): readonly { readonly name: string; readonly said: string }[] {
  const count = text.split('\n').length - 1;
  const large = count > fileLinesAtMost ? [{ name: file, said: `${file}: ${count} lines` }] : [];
  const { program } = parseSync(file, text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  for (const { node, name } of functionsIn(program as unknown as Node)) {
    const lines = lineOf(node.end) - lineOf(node.start) + 1;
    if (lines <= functionLinesAtMost) continue;
    const id = `${file} ${name}`;
    large.push({ name: id, said: `${file}:${lineOf(node.start)}: ${name} has ${lines} lines` });
  }
  return large;
}

function functionsIn(node: Node, name = ''): readonly { readonly node: Node; readonly name: string }[] {
  const own = nameOf(node) ?? name;
  const inner = Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value)
    .flatMap((child) => functionsIn(child, own));
  const isFunction = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
  return isFunction ? [{ node, name: own === '' ? 'a function' : own }, ...inner] : inner;
}

function nameOf({ id, key }: Node): string | undefined {
  const name = (id ?? key) as { readonly name?: unknown } | null | undefined;
  return typeof name?.name === 'string' ? name.name : undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = sizeProblems();
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
