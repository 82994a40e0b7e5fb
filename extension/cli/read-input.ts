import fs from 'node:fs';
import path from 'node:path';
import { say } from '../engine/model/said.ts';
import { reasonOf } from './file-errors.ts';
import { createFileReader } from './regular-file.ts';
import type { CommandContext } from './session.ts';
import { UsageError, type Streams } from './shell.ts';

/** No table of one period, and no event of a code host, is larger. */
const usual = 2;

/**
 * The bytes of a file that is no document, or of standard input where it is called "-". Throws a UsageError where there are
 * none, or more than so many MiB.
 */
export async function readInput(
  { streams, environment }: Pick<CommandContext, 'streams' | 'environment'>,
  file: string,
  mebibytesAtMost: number = usual,
): Promise<Uint8Array> {
  return file === '-'
    ? await inputOf(streams, mebibytesAtMost)
    : bytesOf(path.resolve(environment.cwd, file), file, mebibytesAtMost);
}

function bytesOf(full: string, file: string, mebibytesAtMost: number): Uint8Array {
  try {
    const content = createFileReader(mebibytesAtMost * mebibyte)(fs.realpathSync(full));
    if (content?.kind === 'bytes') return content.bytes;
    throw content
      ? tooLarge(file, mebibytesAtMost)
      : new UsageError(say('"{{file}}" is no file that can be read.', { file }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      say('{{what}} cannot be read: {{reason}}.', { what: `"${file}"`, reason: reasonOf(error) }),
    );
  }
}

async function inputOf({ stdin }: Streams, mebibytesAtMost: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > mebibytesAtMost * mebibyte) throw tooLarge('-', mebibytesAtMost);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const mebibyte = 1024 * 1024;

function tooLarge(file: string, mebibytes: number): UsageError {
  return new UsageError(say('"{{file}}" is larger than {{size}} MiB.', { file, size: String(mebibytes) }));
}
