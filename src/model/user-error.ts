// What the person in front of the machine can mend: a message, a hint, the exit code and the HTTP status that go with
// it. A bug is any other Error and is never caught to be hidden.

export class UserError extends Error {
  readonly hint: string | null;
  readonly exit: 1 | 2;
  readonly status: number;
  /** The field or parameter that is wrong, where there is one. */
  readonly field: string | null;

  constructor(message: string, more: { hint?: string; exit?: 1 | 2; status?: number; field?: string } = {}) {
    super(message);
    this.name = "UserError";
    this.hint = more.hint ?? null;
    this.exit = more.exit ?? 2;
    this.status = more.status ?? 400;
    this.field = more.field ?? null;
  }
}
