import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

const sla = `---
kind: sla
title: Levels
status: draft
measured_over: calendar month
---

## Services

| Service |
| --- |
| API |
`;

/** A document of which the text is given, and nothing else is asked. */
const linking = (text: string): string =>
  `---\nkind: process\ntitle: Text\n---\n\n## When it does not work\n\n${text}\n`;

interface Answer {
  readonly summary: { readonly documents: number; readonly engagements: number };
  readonly findings: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

describe('a file with several names', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const link = (to: string, at: string): void => fs.symlinkSync(to, path.join(root.folder, at));
  const check = async (...args: string[]): Promise<Answer> => {
    const { out } = await runCli(['check', '--format', 'json', ...args], { cwd: root.folder });
    const answer = JSON.parse(out) as Answer;
    // Drafts have questions left, which is not what is asked here.
    return { ...answer, findings: answer.findings.filter(({ code }) => code !== 'DOC022') };
  };
  const codes = ({ findings }: Answer): readonly string[] =>
    findings.map(({ code, path: file, message }) => `${file} ${code} ${message}`);
  afterEach(() => root.remove());

  describe('by a symbolic link', () => {
    beforeEach(function () {
      root = temporaryFolder({ 'engagement.md': engagementText, 'levels/sla.md': sla });
      try {
        link('levels/sla.md', 'sla.md');
        link('../sla.md', 'levels/again.md');
        link('levels', 'folder');
      } catch {
        this.skip(); // Windows lets not everybody make one
      }
    });

    it('is one document, at the path where it lies', async () => {
      const answer = await check();
      assert.equal(answer.summary.documents, 2);
      assert.deepEqual(codes(answer), []);
    });

    it('is that document under each of them, with its headings', async () => {
      const texts = ['sla.md#services', 'levels/again.md#services', 'folder/sla.md#services'];
      fs.writeFileSync(
        path.join(root.folder, 'text.md'),
        linking([...texts, 'sla.md#gone', 'folder/sla.md#gone'].map((target) => `[x](${target})`).join('\n')),
      );
      assert.deepEqual(
        (await check()).findings.map(({ message }) => /"(.*)"/.exec(message)?.[1]),
        ['sla.md#gone', 'folder/sla.md#gone'],
      );
    });

    it('is checked when one of them is named', async () => {
      fs.appendFileSync(path.join(root.folder, 'levels/sla.md'), '| API |\n');
      for (const named of ['sla.md', 'levels/again.md', 'folder', 'folder/sla.md', 'levels/sla.md'])
        assert.deepEqual(
          (await check(named)).findings.map(({ code, path: file }) => `${file} ${code}`),
          ['levels/sla.md DOC002'],
          named,
        );
    });

    it('stays under the name that makes its folder one of an engagement', async () => {
      fs.renameSync(path.join(root.folder, 'engagement.md'), path.join(root.folder, 'levels/about.md'));
      link('levels/about.md', 'engagement.md');
      const answer = await check();
      assert.deepEqual([answer.summary.engagements, answer.summary.documents], [1, 2]);
    });

    it('is read once where what they lead to has another ending', async () => {
      fs.writeFileSync(path.join(root.folder, 'plan.txt'), sla.replace('API', 'Files'));
      link('plan.txt', 'b.md');
      link('plan.txt', 'a.md');
      const answer = await check();
      assert.equal(answer.summary.documents, 3);
      assert.deepEqual(codes(answer), []);
    });
  });

  describe('spelled in the two forms of Unicode', () => {
    const composed = 'Mål/Överlämning å.md'.normalize('NFC');
    const apart = composed.normalize('NFD');
    const spellings = (file: string): readonly string[] =>
      [composed, apart].flatMap((one) => [`<${one}${file}>`, `${encodeURI(one)}${file}`]);

    for (const [form, onDisk] of [
      ['composed', composed],
      ['apart', apart],
      ['in a folder of the other form', `${'Mål'.normalize('NFD')}/${path.posix.basename(composed)}`],
    ] as const) {
      it(`is found by each where it lies on the disk ${form}`, async () => {
        root = temporaryFolder({
          'engagement.md': engagementText,
          [onDisk]: sla,
          [onDisk.replace(/md$/, 'png')]: 'x',
          'text.md': linking(
            [...spellings('#services'), ...spellings('').map((one) => one.replace('.md', '.png'))]
              .map((target) => `[x](${target})`)
              .join('\n'),
          ),
        });
        assert.deepEqual(codes(await check()), []);
      });
    }

    it('is what the command line names, whatever the form', async () => {
      root = temporaryFolder({
        ['Åtagande/engagement.md'.normalize('NFD')]: engagementText,
        [`Åtagande/${composed}`.normalize('NFD')]: `${sla}| API |\n`,
      });
      for (const form of ['NFC', 'NFD'] as const) {
        assert.deepEqual(
          (await check(`Åtagande/${composed}`.normalize(form))).findings.map(({ code }) => code),
          ['DOC002'],
        );
        assert.equal((await check('Åtagande'.normalize(form))).summary.documents, 2);
        assert.equal((await check('--root', 'Åtagande'.normalize(form))).summary.documents, 2);
      }
    });

    it('is what the config names, and what a sign-off has signed', async () => {
      const signoff = `---\nkind: signoff\ndocument: ${composed}\ndigest: sha256-${'0'.repeat(64)}\nby: anna\nparty: client\ndate: 2026-02-01\nmeans: approved\nvia: cli\n---\n`;
      root = temporaryFolder({
        'outrigger.yml': `engagements: ['${'Åtagande'.normalize('NFC')}']\n`,
        ['Åtagande/about.md'.normalize('NFD')]: engagementText,
        [`Åtagande/${composed}`.normalize('NFD')]: sla,
        ['Åtagande/signoffs/1.md'.normalize('NFD')]: signoff,
      });
      const answer = await check();
      assert.equal(answer.summary.documents, 3);
      assert.deepEqual(codes(answer), []);
    });

    it('is two files where the disk has both', async () => {
      root = temporaryFolder({ 'engagement.md': engagementText, [composed]: sla });
      fs.mkdirSync(path.join(root.folder, path.dirname(apart)), { recursive: true });
      if (fs.existsSync(path.join(root.folder, apart))) return; // the disk takes them for one
      fs.writeFileSync(path.join(root.folder, apart), sla);
      assert.equal((await check()).summary.documents, 3);
    });
  });
});
