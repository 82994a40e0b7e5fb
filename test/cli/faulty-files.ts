import fs from 'node:fs';
import type { Context } from 'mocha';

type Blocking =
  | 'statSync'
  | 'lstatSync'
  | 'readdirSync'
  | 'openSync'
  | 'realpathSync'
  | 'linkSync'
  | 'fsyncSync';

/** Runs something while a function of the file system first does, or fails, as `instead` says; undefined: as usual. */
export async function withFault<T>(
  name: Blocking,
  instead: (first: unknown) => void,
  run: () => T | Promise<T>,
): Promise<T> {
  const usual = fs[name];
  const faulty = (...args: readonly unknown[]): unknown => {
    instead(args[0]);
    return Reflect.apply(usual, fs, args) as unknown;
  };
  Reflect.set(fs, name, Object.assign(faulty, usual));
  try {
    return await run();
  } finally {
    Reflect.set(fs, name, usual);
  }
}

/** What the file system throws. */
export function fault(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: made for a test`), { code });
}

/** Runs something as somebody whom permissions bind; a test is skipped where that cannot be. */
export async function asNobody<T>(test: Context, run: () => Promise<T>): Promise<T> {
  if (process.platform === 'win32' || !process.getuid || !process.seteuid || !process.setegid) {
    test.skip();
    throw new Error('Skipped above.');
  }
  const isAdministrator = process.getuid() === 0;
  if (isAdministrator) process.seteuid(65_534);
  try {
    return await run();
  } finally {
    if (isAdministrator) process.seteuid(0);
  }
}
