/** Small documents that each make another part of the reader run. */
export const samples: readonly string[] = [
  '---\nkind: process\ntype: runbook\nowner: anna\n---\n',
  '---\nkind: engagement\nstart: 2026-01-01\nnotice: 6 months\nfee: 1000 EUR per month\n---\n',
  '---\nkind: people\n---\n\n# People\n\nText.\n',
  '---\nkind: people\n---\n\n[people](#people)\n',
  '---\nkind: communication-plan\n---\n\n## Meetings\n\n| Meeting | Every | When |\n| --- | --- | --- |\n| Check-in | week | Tuesday 10:30 |\n',
];
