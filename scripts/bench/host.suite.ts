import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { OutriggerApi } from '../../extension/editor/start.ts';

/** Measures the extension in the host it runs in; the last line on the console holds the figures. */
describe('the host', () => {
  it('is measured', async function () {
    this.timeout(120_000);
    const extension = vscode.extensions.getExtension<OutriggerApi>('outrigger.outrigger');
    if (!extension) throw new Error('The extension is not installed.');
    const api = await extension.activate();
    await api.settled();
    const first = api.timings();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    await api.settled();
    const scanMs = performance.now() - begun;
    delay.disable();
    // What is alive, not what nobody has cleared away yet.
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    const { heapUsed, rss } = process.memoryUsage();
    const figures = {
      ...first,
      scanMs,
      firstLongestSliceMs: first.longestSliceMs,
      longestSliceMs: api.timings().longestSliceMs,
      longestDelayMs: delay.max / 1e6,
      delay99Ms: delay.percentile(99) / 1e6,
      heapMb: heapUsed / 1e6,
      rssMb: rss / 1e6,
    };
    console.log(`outrigger-figures ${JSON.stringify(figures)}`);
  });
});
