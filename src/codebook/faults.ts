// What is wrong with a codebook, told with file and line because whoever mends it has the file open; and the gathering of
// faults, so that all of them are named and not the first alone.
import { UserError } from "../model/index.ts";

export interface Fault {
  readonly file: string;
  /** Null where it is about the whole file. */
  readonly line: number | null;
  /** 'events.withdrawal.plover', 'kind'; null where no key or column is meant. */
  readonly key: string | null;
  readonly says: string;
}

/** 'own/events.yaml:12: events.withdrawal.plover: …', as compilers write it and editors jump to. */
export const faultLine = ({ file, line, key, says }: Fault): string =>
  `${file}${line === null ? "" : `:${line}`}: ${key ? `${key}: ` : ""}${says}`;

/** The codebook does not hold: what a person can mend, with everything that was found. */
export class CodebookFault extends UserError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const more = faults.length - 1;
    super(
      `${faultLine(faults[0]!)}${more > 0 ? ` (and ${more} more)` : ""}`,
      more > 0 ? { hint: "dateline codebook check FOLDER names them all", field: "codebook" } : { field: "codebook" },
    );
    this.faults = faults;
  }
}

/** Runs several readings and keeps the faults of each, to be thrown together when all have been tried. */
export class Gathering {
  readonly faults: Fault[] = [];

  /** What `read` gives; null where it found a fault, which is kept. */
  of<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CodebookFault)) throw error;
      // A file that two of them read would be told twice.
      const told = new Set(this.faults.map(faultLine));
      this.faults.push(...error.faults.filter((f) => !told.has(faultLine(f))));
      return null;
    }
  }

  /** @throws CodebookFault when there was any fault */
  done(): void {
    if (this.faults.length > 0) throw new CodebookFault(this.faults);
  }
}
