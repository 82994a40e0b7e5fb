/** An engagement of these people: rows of the table, with the header above them. */
export function shopOf(people: string): string {
  return `---
kind: engagement
title: Shop
status: active
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

${people}
`;
}
