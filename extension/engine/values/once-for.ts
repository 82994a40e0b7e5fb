/**
 * The function with its answers kept on what they are about. For functions that live as long as the program: one that is made
 * anew would leave its answers behind. In a WeakMap, which lives longer than they do, they would outlive each collection of
 * young objects, with all that they hold: a check of many documents then keeps twice the memory and takes a tenth longer.
 */
export function onceFor<K extends object, V>(answer: (of: K) => V): (of: K) => V {
  return (of: K & Keeping) => {
    let answers = of[kept];
    // Not enumerable: a copy of what it is about is about something else.
    if (!answers) Object.defineProperty(of, kept, { value: (answers = new Map()) });
    return answerOnce(answers as Map<unknown, V>, answer, () => answer(of));
  };
}

/** The function with its answers kept for as long as it lives itself. */
export function onceEach<K, V>(answer: (of: K) => V): (of: K) => V {
  const answers = new Map<K, V>();
  return (of) => answerOnce(answers, of, () => answer(of));
}

const kept = Symbol('kept');

interface Keeping {
  readonly [kept]?: Map<unknown, unknown>;
}

function answerOnce<K, V>(answers: Map<K, V>, of: K, answer: () => V): V {
  const known = answers.get(of);
  if (known !== undefined || answers.has(of)) return known as V;
  const fresh = answer();
  answers.set(of, fresh);
  return fresh;
}
