import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Signature } from '../../extension/engine/model/history.ts';
import { readSignatures } from '../../extension/git/read-signatures.ts';
import { gitIn } from '../../extension/git/run-git.ts';
import { GitRepository, identity } from '../support/git-repository.ts';

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined && process.platform !== 'win32';
const hasGpg = spawnSync('gpg', ['--version']).status === 0 && process.platform !== 'win32';
const anna = 'anna@client.example';

/** Without ssh-keygen there is no key to sign with. */
(hasKeygen ? describe : describe.skip)('signatures of commits', () => {
  let home: string;
  let repository: GitRepository;
  let commits = 0;
  const before = process.env['HOME'];

  beforeEach(() => {
    home = realpathSync(mkdtempSync(path.join(tmpdir(), 'outrigger-home-')));
    process.env['HOME'] = home;
    repository = new GitRepository('signed');
    for (const name of ['anna', 'eve'])
      ran('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', path.join(home, name));
    trust(`${anna} ${keyOf('anna')}`);
  });
  afterEach(() => {
    if (before === undefined) delete process.env['HOME'];
    else process.env['HOME'] = before;
    repository.remove();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  function ran(program: string, ...args: readonly string[]): void {
    const { status, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home },
    });
    assert.equal(status, 0, stderr);
  }

  function keyOf(name: string): string {
    return readFileSync(path.join(home, `${name}.pub`), 'utf8').trim();
  }

  /** What the user's own settings say. */
  function trust(lines: string, file = path.join(home, 'signers')): void {
    writeFileSync(file, `${lines}\n`);
    writeFileSync(path.join(home, '.gitconfig'), `[gpg "ssh"]\n\tallowedSignersFile = ${file}\n`);
  }

  /** A commit that a key signs; its hash. */
  function signedBy(name: string): string {
    repository.write('a.txt', `${name} ${++commits}\n`);
    repository.git('add', 'a.txt');
    repository.gitAs(
      identity(`Anna <${anna}>`, '2026-02-01T10:00:00Z'),
      '-c',
      'gpg.format=ssh',
      '-c',
      `user.signingKey=${path.join(home, name)}`,
      'commit',
      '-q',
      '-S',
      '-m',
      name,
    );
    return repository.head();
  }

  async function stateOf(hash: string): Promise<Signature | undefined> {
    const found = await readSignatures({ git: gitIn(repository.folder), top: repository.folder }, [hash]);
    return found.get(hash);
  }

  const unchecked = (why: string): unknown => ({ is: 'unchecked', why });

  it('is good with a key that the user allows, and says whose that is', async () => {
    assert.deepEqual(await stateOf(signedBy('anna')), { is: 'good', by: [anna] });
  });

  it('knows several at once, each by its hash', async () => {
    const hashes = [signedBy('anna'), signedBy('eve'), signedBy('anna')];
    const found = await readSignatures({ git: gitIn(repository.folder), top: repository.folder }, hashes);
    assert.deepEqual(
      hashes.map((hash) => found.get(hash)?.is),
      ['good', 'unchecked', 'good'],
    );
  });

  it("is nobody's with a key that the user allows to whole domains", async () => {
    const hash = signedBy('anna');
    for (const whom of ['*@client.example', `!eve@client.example,*@client.example`, 'ann?@client.example']) {
      trust(`${whom} ${keyOf('anna')}`);
      assert.deepEqual(await stateOf(hash), unchecked('untrusted'), whom);
    }
  });

  it('cannot be checked with a key that the user does not know, without allowed signers, or with no key', async () => {
    assert.deepEqual(await stateOf(signedBy('eve')), unchecked('no-key'));
    const hash = signedBy('anna');
    trust('this is no key');
    assert.deepEqual(await stateOf(hash), unchecked('no-key'));
    writeFileSync(path.join(home, '.gitconfig'), '');
    assert.deepEqual(await stateOf(hash), unchecked('no-signers'));
    trust(`${anna} ${keyOf('anna')}`);
    rmSync(path.join(home, 'signers'));
    assert.deepEqual(await stateOf(hash), unchecked('no-signers'));
  });

  it('is never good by allowed signers that lie in the repository', async () => {
    const hash = signedBy('eve');
    const file = path.join(repository.folder, 'signers');
    trust(`${anna} ${keyOf('eve')}`, file);
    assert.deepEqual(await stateOf(hash), unchecked('no-signers'));
    writeFileSync(path.join(home, '.gitconfig'), '[gpg "ssh"]\n\tallowedSignersFile = signers\n');
    assert.deepEqual(await stateOf(hash), unchecked('no-signers'));
  });

  it('believes nothing that the settings of the repository say, and runs none of their programs', async () => {
    const hash = signedBy('eve');
    const mark = path.join(home, 'ran');
    const program = path.join(repository.folder, 'program.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\necho '[GNUPG:] GOODSIG 1 Anna <${anna}>'\nexit 0\n`);
    chmodSync(program, 0o755);
    const signers = path.join(repository.folder, 'signers');
    writeFileSync(signers, `${anna} ${keyOf('eve')}\n`);
    for (const [name, value] of [
      ['gpg.program', program],
      ['gpg.openpgp.program', program],
      ['gpg.ssh.program', program],
      ['gpg.x509.program', program],
      ['gpg.ssh.allowedSignersFile', signers],
      ['gpg.format', 'x509'],
      ['log.showSignature', 'true'],
      ['gpg.minTrustLevel', 'never'],
    ] as const)
      repository.git('config', name, value);
    assert.deepEqual(await stateOf(hash), unchecked('no-key'));
    assert.ok(!existsSync(mark));
  });

  it('is not hidden by a key that the repository says was revoked, and is by one that the user says so', async () => {
    const hash = signedBy('anna');
    repository.write('revoked', `${keyOf('anna')}\n`);
    repository.git('config', 'gpg.ssh.revocationFile', path.join(repository.folder, 'revoked'));
    assert.equal((await stateOf(hash))?.is, 'good');
    const revoked = path.join(home, 'revoked');
    writeFileSync(revoked, `${keyOf('anna')}\n`);
    writeFileSync(
      path.join(home, '.gitconfig'),
      `[gpg "ssh"]\n\tallowedSignersFile = ${path.join(home, 'signers')}\n\trevocationFile = ${revoked}\n`,
    );
    assert.notEqual((await stateOf(hash))?.is, 'good');
  });

  it('is bad where what was signed is not what the commit holds', async () => {
    const object = repository.git('cat-file', 'commit', signedBy('anna'));
    const file = path.join(home, 'object');
    writeFileSync(file, `${object.replace('\n\nanna', '\n\neve')}\n`);
    const forged = repository.git('hash-object', '-t', 'commit', '-w', file);
    assert.deepEqual(await stateOf(forged), { is: 'bad' });
  });

  it('cannot be checked where the signature is none that anybody can read', async () => {
    const object = repository.git('cat-file', 'commit', signedBy('anna'));
    const file = path.join(home, 'object');
    writeFileSync(
      file,
      `${object.replace(/(BEGIN SSH SIGNATURE-----\n )\S{20}/, '$1AAAAAAAAAAAAAAAAAAAA')}\n`,
    );
    const forged = repository.git('hash-object', '-t', 'commit', '-w', file);
    assert.notEqual((await stateOf(forged))?.is, 'good');
  });

  (hasGpg ? it : it.skip)(
    'of OpenPGP is good by a key of the keyring that the user trusts alone',
    async function () {
      this.timeout(60_000);
      const ring = path.join(home, '.gnupg');
      mkdirSync(ring, { mode: 0o700 });
      ran(
        'gpg',
        '--batch',
        '--quiet',
        '--passphrase',
        '',
        '--quick-gen-key',
        `Anna (is it she?) <${anna}>`,
        'ed25519',
        'sign',
        'never',
      );
      repository.write('a.txt', 'gpg\n');
      repository.git('add', 'a.txt');
      repository.gitAs(
        { ...identity(`Anna <${anna}>`, '2026-02-01T10:00:00Z'), HOME: home },
        '-c',
        `user.signingKey=${anna}`,
        'commit',
        '-q',
        '-S',
        '-m',
        'gpg',
      );
      const hash = repository.head();
      assert.deepEqual(await stateOf(hash), { is: 'good', by: [anna] });
      spawnSync('gpgconf', ['--kill', 'gpg-agent'], { env: { PATH: process.env['PATH'], HOME: home } });
      rmSync(ring, { recursive: true, force: true, maxRetries: 3 });
      assert.deepEqual(await stateOf(hash), unchecked('no-key'));
    },
  );
});
