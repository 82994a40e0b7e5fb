import { styleText } from 'node:util';
import type { OutputStream } from './shell.ts';
import { type Paint, type PaintRole, plain } from '../engine/text.ts';

/** Colours for a terminal; none where output goes elsewhere, or NO_COLOR or TERM=dumb asks for none. */
export function paintFor(
  stream: OutputStream,
  variables: Readonly<Record<string, string | undefined>>,
): Paint {
  const wantsNone = (variables['NO_COLOR'] ?? '') !== '' || variables['TERM'] === 'dumb';
  if (!stream.isTTY || wantsNone) return plain;
  return (role, text) => styleText(styles[role], text, { validateStream: false });
}

const styles: Readonly<Record<PaintRole, Parameters<typeof styleText>[0]>> = {
  error: ['red', 'bold'],
  warning: 'yellow',
  info: 'cyan',
  hint: 'gray',
  strong: 'bold',
  faint: 'gray',
  added: 'green',
  removed: 'red',
};
