import { readFileSync } from 'node:fs';

export function cell(path: string): string {
  return readFileSync(path, 'utf8');
}
