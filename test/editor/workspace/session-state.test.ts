import assert from 'node:assert/strict';
import { PendingChanges } from '../../../extension/editor/workspace/session/pending-changes.ts';
import { SessionState } from '../../../extension/editor/workspace/session/session-state.ts';

/** Whether a promise has been kept by now. */
async function isKept(promise: Promise<unknown>): Promise<boolean> {
  const late = Symbol('late');
  const turn = new Promise((resolve) => setImmediate(resolve, late));
  return (await Promise.race([promise, turn])) !== late;
}

describe('the state of a session', () => {
  let changes = new PendingChanges();
  let state = new SessionState(changes);
  beforeEach(() => {
    changes = new PendingChanges();
    state = new SessionState(changes);
  });

  /** Everything has been read and shown, so that nothing is left to do. */
  async function readAndShow(): Promise<void> {
    const asked = state.askForReading();
    for (const { resolve } of state.beginReading() ?? []) resolve();
    state.becomeReady();
    state.endReading();
    state.beginTelling();
    state.endTelling(0);
    await asked;
  }

  it('is idle at first, and not ready', async () => {
    assert.equal(state.isReady(), false);
    assert.equal(state.mayGoOn(), false);
    assert.equal(await isKept(state.untilIdle()), true);
  });

  it('goes on with what has changed once there is silence', () => {
    state.beginWaiting();
    changes.addFile('a.md');
    assert.equal(state.isWaiting(), true);
    assert.equal(state.mayGoOn(), false);
    assert.equal(state.endWaiting(), true);
    assert.equal(state.mayGoOn(), true);
    changes.takeFiles();
    assert.equal(state.mayGoOn(), false);
  });

  it('does not begin work a second time, and stops it when somebody types', () => {
    changes.addFolder('docs', 'comes');
    state.beginWork();
    assert.equal(state.mayGoOn(), true);
    state.beginWaiting();
    assert.equal(state.mayGoOn(), false);
    assert.equal(state.endWaiting(), false);
    assert.equal(state.mayGoOn(), true);
  });

  it('reads once at a time, and answers those who ask meanwhile by the next reading', async () => {
    assert.equal(state.beginReading(), undefined);
    const first = state.askForReading();
    const asked = state.beginReading();
    assert.equal(asked?.length, 1);
    const second = state.askForReading();
    assert.equal(state.beginReading(), undefined);
    assert.equal(state.mayGoOn(), false);
    state.becomeReady();
    for (const { resolve } of asked) resolve();
    assert.equal(await isKept(first), true);
    assert.equal(await isKept(second), false);
    state.endReading();
    assert.equal(state.mayGoOn(), true);
    for (const { reject } of state.beginReading() ?? []) reject(new Error('gone'));
    await assert.rejects(second, /gone/);
  });

  it('tells what is new once everything has been read', () => {
    state.addNews();
    assert.equal(state.isTellingDue(0), false);
    assert.equal(state.mayGoOn(), false);
    state.becomeReady();
    assert.equal(state.isReady(), true);
    assert.equal(state.isTellingDue(0), true);
    state.beginTelling();
    assert.equal(state.isTellingDue(0), false);
    state.addNews();
    state.endTelling(0);
    assert.equal(state.isTellingDue(0), true);
  });

  it('asks first for what has changed, unless that goes on for a second', async () => {
    await readAndShow();
    state.addNews();
    changes.addFile('a.md');
    assert.equal(state.isTellingDue(1000), false);
    assert.equal(state.isTellingDue(1001), true);
    changes.takeFiles();
    assert.equal(state.isTellingDue(1), true);
  });

  it('is idle again when work ends and nothing is left to do', async () => {
    await readAndShow();
    changes.addFile('a.md');
    state.beginWork();
    const idle = state.untilIdle();
    changes.takeFiles();
    assert.equal(await isKept(idle), false);
    state.endWork();
    assert.equal(await isKept(idle), true);
  });

  it('is not idle while it waits, reads or has something to tell', async () => {
    await readAndShow();
    state.beginWaiting();
    const idle = state.untilIdle();
    state.endWaiting();
    state.addNews();
    state.beginWork();
    state.endWork();
    assert.equal(await isKept(idle), false);
    state.beginTelling();
    void state.askForReading();
    state.beginReading();
    state.beginWork();
    state.endWork();
    assert.equal(await isKept(idle), false);
    state.endReading();
    state.beginWork();
    state.endWork();
    assert.equal(await isKept(idle), true);
  });

  it('leaves nobody waiting at its end, and does nothing afterwards', async () => {
    changes.addFile('a.md');
    state.beginWaiting();
    const [read, idle] = [state.askForReading(), state.untilIdle()];
    state.end();
    assert.equal(state.life.aborted, true);
    assert.equal(state.mayGoOn(), false);
    assert.equal(await isKept(Promise.all([read, idle])), true);
    assert.equal(await isKept(Promise.all([state.askForReading(), state.untilIdle()])), true);
    assert.equal(state.beginReading(), undefined);
  });
});
