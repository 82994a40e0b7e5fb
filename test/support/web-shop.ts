/** A small engagement with two people, beside which a test puts what it is about. */
export const webShop = `---
kind: engagement
title: Web shop
status: active
owner: hanna
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

| Person | Name | Party | Role |
| --- | --- | --- | --- |
| hanna | Hanna Lind | client | owner |
| tom | Tom Ek | supplier | lead |
`;
