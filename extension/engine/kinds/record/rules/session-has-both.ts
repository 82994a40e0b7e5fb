import type { Field, Row } from '../../../model/document.ts';
import type { Named, View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { isKnowledgeSession, topicOf } from '../knowledge-sessions.ts';

export default defineRule({
  code: 'REC012',
  name: 'session-has-both',
  meta: {
    kinds: ['record'],
    reads: [
      'record/type',
      'record/topic',
      'record/attended',
      'kt-plan/Topics.From',
      'kt-plan/Topics.To',
      'engagement/People.Party',
      'engagement/Teams.People',
    ],
    summary: 'Require who gives and who receives to attend a session about a topic',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    giver:
      'Nobody in "{{attended}}" passes on "{{topic}}", as "{{from}}" should: name who did, there or in the plan.',
    receiver:
      'Nobody in "{{attended}}" receives "{{topic}}", as "{{to}}" should: name who did, there or in the plan.',
    neither:
      'Nobody in "{{attended}}" passes on "{{topic}}" or receives it: name who was there, or the right topic.',
  },
  engagement(view, report) {
    for (const record of view.documents) {
      const { attended } = record.keys;
      const topic = topicOf(record, view);
      if (record.status !== 'active' || !isKnowledgeSession(record) || topic === undefined) continue;
      const there = view.who(attended).map(({ target }) => target);
      if (there.length === 0) continue;
      const { from, to, topic: name } = topic.cells;
      const lacksGiver = isNobodyOf(from, there, view);
      const lacksReceiver = isNobodyOf(to, there, view);
      const data = { attended: quote(attended!.source.text), topic: quote(name?.source.text ?? '') };
      const gives = lacksGiver ? [{ at: from!, message: say('who passes it on') }] : [];
      const receives = lacksReceiver ? [{ at: to!, message: say('who receives it') }] : [];
      const related = [...gives, ...receives];
      if (lacksGiver && lacksReceiver) report.wrong(attended!, 'neither', data, { related });
      else if (lacksGiver)
        report.wrong(attended!, 'giver', { ...data, from: quote(from!.source.text) }, { related });
      else if (lacksReceiver)
        report.wrong(attended!, 'receiver', { ...data, to: quote(to!.source.text) }, { related });
    }
  },
});

type Known = Named | undefined;

/** Whether certainly none of these is one of those whom a value names. */
function isNobodyOf(field: Field | undefined, there: readonly Known[], view: View): boolean {
  const expected = view.who(field).map(({ target }) => target);
  if (expected.length === 0) return false;
  return !there.some((one) => expected.some((other) => mayBe(one, other, view)));
}

/** Whether somebody who was there may be somebody who should be: who is not known may be anybody. */
function mayBe(one: Known, other: Known, view: View): boolean {
  if (one === undefined || other === undefined) return true;
  const people = peopleOf(one, view);
  const others = peopleOf(other, view);
  if (people === undefined || others === undefined) return one.side === other.side;
  return people.some((person) => others.includes(person));
}

/** A person, or the people of a team; undefined where it is not said who belongs to it. */
function peopleOf(named: Named, view: View): readonly Row<'people'>[] | undefined {
  if (named.is === 'person') return [named.row];
  const members = named.is === 'team' ? view.who(named.row.cells.people).map(({ target }) => target) : [];
  const people = members.flatMap((member) => (member?.is === 'person' ? [member.row] : []));
  return people.length === 0 || people.length < members.length ? undefined : people;
}
