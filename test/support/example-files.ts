import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The Markdown files of an example, by path within it. */
export function exampleFiles(name: string): Map<string, string> {
  const root = path.join(import.meta.dirname, '../../examples', name);
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  return new Map(found.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}
