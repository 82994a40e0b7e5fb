import assert from 'node:assert/strict';
import { meetingAtLine, meetingsWithRecord } from '../../../extension/engine/features/meetings.ts';
import type { GovernedDocument } from '../../../extension/engine/index.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { engineOver } from '../../support/run-fixture.ts';

const plan = `---
kind: communication-plan
title: Plan
status: active
---

## Meetings

| Meeting | Every | When | Record |
| --- | --- | --- | --- |
| Review | month | first Thursday 10:00 | service-review |
| Backlog | week | Monday 10:00 | |
| | week | Monday 11:00 | check-in |
| Steering | month | second Thursday 10:00 | strategic-review |
`;

async function documentsOf(text: string): Promise<readonly GovernedDocument[]> {
  const engine = await engineOver(
    new Map([
      ['engagement.md', engagementText],
      ['plan.md', text],
    ]),
    'base',
  );
  return engine.engagements()[0]!.documents;
}

describe('meetings that leave a record', () => {
  it('are those with a type and a name, of active documents', async () => {
    assert.deepEqual(meetingsWithRecord(await documentsOf(plan)), ['Review', 'Steering']);
    assert.deepEqual(
      meetingsWithRecord(await documentsOf(plan.replace('status: active', 'status: draft'))),
      [],
    );
  });

  it('are known by the line of their row', async () => {
    const document = (await documentsOf(plan)).find(({ path }) => path === 'plan.md')!;
    const lines = plan.split('\n');
    assert.deepEqual(
      lines.map((_, line) => meetingAtLine(document, line)).filter((name) => name !== undefined),
      ['Review', 'Steering'],
    );
    assert.equal(
      meetingAtLine(document, lines.indexOf(lines.find((one) => one.startsWith('| Steering'))!)),
      'Steering',
    );
    assert.equal(meetingAtLine(document, lines.length + 5), undefined);
  });
});
