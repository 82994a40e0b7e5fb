import fs from 'node:fs';
import path from 'node:path';
import type { Signature, Unchecked } from '../engine/model/history.ts';
import { GitFailed, type Git } from './run-git.ts';

/** Where Git reads what a repository says of itself. */
interface Place {
  readonly git: Git;
  /** The folder of its files. */
  readonly top: string;
}

/**
 * Checks the signatures of signed commits, by hash, with the keys of the user alone: the keyring of OpenPGP, and the file of
 * allowed signers that the user's own settings name. Which programs do so, and whom they believe, no repository says.
 */
export async function readSignatures(
  place: Place,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Signature>> {
  if (hashes.length === 0) return new Map();
  const signers = await ownFile(place, 'gpg.ssh.allowedSignersFile');
  const revoked = await ownFile(place, 'gpg.ssh.revocationFile');
  const trust = await ownSetting(place, 'gpg.minTrustLevel');
  const settings = [
    'gpg.format=openpgp',
    'gpg.program=gpg',
    'gpg.openpgp.program=gpg',
    'gpg.ssh.program=ssh-keygen',
    'gpg.x509.program=gpgsm',
    `gpg.ssh.allowedSignersFile=${signers ?? '/dev/null'}`,
    `gpg.ssh.revocationFile=${revoked ?? ''}`,
    `gpg.minTrustLevel=${trust ?? 'undefined'}`,
  ].flatMap((setting) => ['-c', setting]);
  const format = '--format=%H%x00%G?%x00%GS%x00%GK';
  const printed = await answerOf(
    place.git,
    [...settings, 'log', '--no-walk=unsorted', '--stdin', '-z', format],
    hashes,
  );
  const fields = printed.split('\0');
  const found = new Map<string, Signature>(hashes.map((hash) => [hash, { is: 'unchecked', why: 'failed' }]));
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [hash = '', letter = '', signer = '', key = ''] = fields.slice(at, at + 4);
    if (found.has(hash)) found.set(hash, signatureOf(letter, signer, key, signers !== undefined));
  }
  return found;
}

/** A program that is missing makes Git print less, and nothing that stands for a signature. */
async function answerOf(git: Git, args: readonly string[], hashes: readonly string[]): Promise<string> {
  try {
    return (await git.fed(args, hashes)).toString('utf8');
  } catch (error) {
    if (error instanceof GitFailed) return '';
    throw error;
  }
}

/** By the letters of `%G?`; of a key that ssh-keygen finds nobody for, Git says that it is good and that nothing is known of it. */
function signatureOf(letter: string, signer: string, key: string, hasSigners: boolean): Signature {
  const isSsh = key.startsWith('SHA256:');
  const unchecked = (why: Unchecked): Signature => ({ is: 'unchecked', why });
  switch (letter) {
    case 'G':
      // A line of allowed signers may be for whole domains: that says of nobody whose key it is.
      return isSsh && /[*?!]/.test(signer) ? unchecked('untrusted') : { is: 'good', by: addressesIn(signer) };
    case 'B':
    case 'R':
      return { is: 'bad' };
    case 'X':
    case 'Y':
      return unchecked('expired');
    case 'U':
      return unchecked(!isSsh ? 'untrusted' : hasSigners ? 'no-key' : 'no-signers');
    case 'E':
      return unchecked('no-key');
    default:
      return unchecked('failed');
  }
}

/** `Anna <anna@client.example>` of OpenPGP, `anna@client.example,a@home.example` of a line of allowed signers. */
function addressesIn(signer: string): readonly string[] {
  const uid = /<([^<>]+)>\s*$/.exec(signer)?.[1];
  return uid === undefined ? signer.split(',').map((one) => one.trim()) : [uid];
}

/** What the user's own settings say, and nothing that a repository says. */
async function ownSetting({ git }: Place, name: string, type?: 'path'): Promise<string | undefined> {
  try {
    const said = await git.text(['config', '--global', ...(type ? [`--type=${type}`] : []), '--get', name]);
    return said.replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    if (error instanceof GitFailed) return undefined;
    throw error;
  }
}

/** A file that the user's own settings name, where nobody who writes to the repository can write to it. */
async function ownFile(place: Place, name: string): Promise<string | undefined> {
  const file = await ownSetting(place, name, 'path');
  if (file === undefined || !path.isAbsolute(file)) return undefined;
  try {
    const way = path.relative(fs.realpathSync(place.top), fs.realpathSync(file));
    return way.startsWith('..') || path.isAbsolute(way) ? file : undefined;
  } catch {
    return undefined;
  }
}
