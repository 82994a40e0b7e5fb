import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandTable } from '../../extension/cli/command-table.ts';
import { engagementText, temporaryFolder } from './run-cli.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const isBuilt = fs.existsSync(path.join(repository, 'dist/cli/main.js'));
const tracer = 'strace';
const canTrace = spawnSync(tracer, ['-qq', '-e', 'trace=none', 'true']).status === 0;
const why = canTrace ? 'nothing is built' : 'strace is not here, or may not trace';

/** System calls that begin a process or a thread, and those that change what a path names. */
const watched = [
  '%network,execve,execveat,fork,vfork,clone,clone3',
  'open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,symlink,symlinkat',
  'unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,lchown,fchownat,utime,utimes,utimensat,setxattr,removexattr',
].join(',');

/** What each command is called with beside the day. */
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  init: ['made/deep', '--yes'],
  new: ['goals', '--engagement', 'shop'],
  explain: ['SLA004', '--here', 'shop'],
};

(isBuilt && canTrace ? describe : describe.skip)(
  isBuilt && canTrace ? 'what a run asks of the system' : `what a run asks of the system (skipped: ${why})`,
  function () {
    this.timeout(60_000);
    let place: ReturnType<typeof temporaryFolder>;
    before(() => {
      place = temporaryFolder({
        'root/shop/engagement.md': engagementText
          .replace('\n---\n\n# Shop', '\n...\n\n# Shop')
          .replace(
            'the shop takes',
            '[the shop](https://example.com/x) ![it](http://127.0.0.1:1/y.png) takes',
          ),
        'root/outrigger.yml': 'holidays: SE\n',
        'outside/kept.md': '---\nkind: goals\ntitle: G\nOwner: juris\n---\n',
        'home/x': '',
        'tmp/x': '',
      });
      fs.symlinkSync('../../outside/kept.md', at('root/shop/kept.md'));
      fs.symlinkSync('../outside', at('root/away'));
    });
    after(() => place.remove());
    const at = (file: string): string => path.join(place.folder, file);

    function traced(args: readonly string[]): readonly string[] {
      const out = fs.openSync(at('out'), 'w');
      const { status, error } = spawnSync(
        tracer,
        ['-f', '-qq', '-o', at('trace'), '-e', `trace=${watched}`]
          .concat(process.execPath, path.join(repository, 'bin/outrigger.mjs'))
          .concat(args),
        {
          cwd: at('root'),
          // Pipes to this process would be sockets.
          stdio: ['ignore', out, out],
          env: { PATH: process.env['PATH'], HOME: at('home'), TMPDIR: at('tmp') },
        },
      );
      fs.closeSync(out);
      assert.ok(status !== null && status < 3 && !error, fs.readFileSync(at('out'), 'utf8'));
      return fs.readFileSync(at('trace'), 'utf8').trim().split('\n');
    }

    const day = ['--as-of', '2026-11-23'];
    const runs: readonly (readonly string[])[] = [
      ['--help'],
      ...commandTable.map(({ name }) => [name, ...(argumentsOf[name] ?? []), ...day]),
      ['due', '--format', 'ics', ...day],
      ['fix', '--dry-run', ...day],
      ['init', 'away/made', '--yes', ...day],
      ['new', 'goals', '--engagement', 'away', ...day],
    ];
    for (const args of runs)
      it(`is no network, no process, and nothing written outside: ${args.join(' ')}`, () => {
        const lines = traced(args);
        const [first = '', ...rest] = lines.map((line) => line.replace(/^\d+ +/, ''));
        assert.match(first, /^execve\(/);
        for (const line of rest.filter((each) => !/^[+-]{3} /.test(each))) {
          const [, call = ''] = /^(?:<\.\.\. )?(\w+)/.exec(line) ?? [];
          if (/^clone3?$/.test(call)) assert.match(line, /CLONE_THREAD|resumed/, line);
          else if (!call.startsWith('open') || /O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(line)) {
            assert.match(call, /^(?:open|mk|rename|link|symlink|unlink|rm|chmod)/, line);
            for (const [, file = ''] of line.matchAll(/"((?:[^"\\]|\\.)*)"/g)) assert.ok(isOurs(file), line);
          }
        }
        assert.deepEqual(fs.readdirSync(at('outside')), ['kept.md']);
        assert.deepEqual(fs.readdirSync(at('tmp')), ['x']);
      });

    function isOurs(file: string): boolean {
      const full = path.resolve(at('root'), file);
      const cache = at('home/.cache');
      return full === cache || full.startsWith(`${cache}/outrigger`) || full.startsWith(`${at('root')}/`);
    }
  },
);
