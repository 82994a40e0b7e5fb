import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { commandTable } from '../../extension/cli/command-table.ts';
import { engagementText, pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

/** Sets the title of a window, turns the direction of text, and clears the screen in one character and a letter. */
const hostile = '\u001b]0;x\u0007\u202e\u200f\u009b2J';

/** Every word that a document may choose, with what is hostile in the middle of it. */
const worded = (text: string): string =>
  text.replace(
    /\b(Shop|Riga SIA|Nord AB|Pilot|juris|availability|probe|review lead|delivery lead)\b/g,
    (word) => [word.slice(0, 2), word.slice(2)].join(hostile),
  );

describe('what would steer a terminal', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const folder = `shop${hostile}`;
  before(function () {
    if (process.platform === 'win32') this.skip();
    const files = Object.entries(pastResultFiles).map(
      ([name, text]) => [`${folder}/${name}`, worded(text)] as const,
    );
    root = temporaryFolder({
      ...Object.fromEntries(files),
      [`${folder}/bad${hostile}.md`]: `---\nkind: goals\ntitle: G\nstatus: active\nOwner: jo${hostile}n\n---\n`,
      [`other\n${folder}/engagement.md`]: worded(engagementText.replace('2027-06-30', `2027-${hostile}`)),
      [`${folder}/gone${hostile}.md`]: '',
      'outrigger.yml': `zone: "Mars/${hostile.replaceAll(/\p{Cc}/gu, '')}"\n`,
    });
    fs.rmSync(path.join(root.folder, `${folder}/gone${hostile}.md`));
    fs.writeFileSync(path.join(root.folder, `${folder}/bytes${hostile}.md`), Buffer.from([0xff]));
  });
  after(() => root?.remove());

  function assertTame({ code, out, err }: CliResult, what: string, isCalendar = false): void {
    assert.ok(code <= 2, what);
    // Colours are ours.
    const text = `${out}${err}`.replace(/\p{Cc}\[\d+m/gu, '');
    const steering = /[^\P{Cc}\n]|\p{Bidi_Control}/gu;
    const found = (isCalendar ? text.replaceAll('\r\n', '\n') : text).match(steering);
    assert.equal(found, null, `${what}: ${JSON.stringify(found)}`);
  }

  for (const { name, formats, takes } of commandTable) {
    for (const format of formats)
      it(`is shown as an escape by ${name} --format ${format}`, async () => {
        const given: readonly (readonly string[])[] = [
          ...(takes.least === 0 ? [[]] : []),
          [`${folder}/bad${hostile}.md`],
          [folder],
          [`nothing${hostile}`],
          ['SLA004', '--here', folder],
          [hostile],
          ['sla', '--engagement', `nothing${hostile}`],
          ['sla', '--set', `title${hostile}`],
          ['sla', '--set', `${hostile}=x`],
          ['sla', '--lang', hostile],
          ['--root', hostile],
          ['--config', hostile],
          ['--profile', hostile],
          ['--as-of', hostile],
          [`--${hostile}`],
          [`--help=${hostile}`],
          ['--person', hostile],
          ['--within', hostile],
          ['--max-warnings', hostile],
          ['--name', hostile],
          ['--dry-run'],
        ];
        for (const args of given.filter((each) => !(name === 'fix' && each.length === 0))) {
          for (const colours of [false, true]) {
            // A patch for a program is bytes; what it is on a terminal its own test says.
            if (args.includes('--dry-run') && !colours) continue;
            const day = args.includes('--as-of') ? [] : ['--as-of', '2026-11-23'];
            const form = ['--format', format];
            const found = await runCli([name, ...args, ...form, ...day], { cwd: root.folder, colours });
            assertTame(found, JSON.stringify([name, ...args]), format === 'ics');
          }
        }
      });
  }

  it('is shown as an escape where a command or a topic of help is unknown', async () => {
    for (const args of [[hostile], ['help', hostile], [`--${hostile}`]])
      assertTame(await runCli(args, { cwd: root.folder }), JSON.stringify(args));
  });

  it('is shown as an escape in what init and fix say of what they wrote', async () => {
    assertTame(
      await runCli(['init', `new${hostile}`, '--yes', '--as-of', '2026-11-23'], { cwd: root.folder }),
      'init',
    );
    assertTame(await runCli(['fix', '--as-of', '2026-11-23'], { cwd: root.folder }), 'fix');
  });
});
