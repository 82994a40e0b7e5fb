/**
 * Small documents that each make another part of the reader run. Code is compiled when it first runs, which for
 * all parts at once takes as long as fifty documents later: a host that wants its turns reads these one a turn.
 */
export const samples: readonly string[] = [
  '---\nkind: process\ntype: runbook\nowner: anna\n---\n',
  '---\nkind: engagement\nstart: 2026-01-01\nnotice: 6 months\nfee: 1000 EUR per month\n---\n',
  '---\nkind: people\n---\n\n# People\n\nText with a [link](#people).\n',
  '---\nkind: communication-plan\n---\n\n## Meetings\n\n| Meeting | Every | When |\n| --- | --- | --- |\n| Check-in | week | Tuesday 10:30 |\n',
];
