// Runs the command and gives what it said and how it ended: within this process, which is fast, or in one of its own, as
// a person would, where pipes and standard input matter.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { main } from "../src/cli/main.ts";

export const root = resolve(import.meta.dirname, "..");
export const BIN = join(root, "bin/dateline.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One at a time: it listens in on this process's own output. */
export async function dateline(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Ended> {
  const told = { out: "", err: "" };
  const before = { cwd: process.cwd(), env: { ...process.env }, out: process.stdout.write, err: process.stderr.write };
  const listen = (to: "out" | "err") =>
    ((text: string | Uint8Array) => {
      told[to] += typeof text === "string" ? text : Buffer.from(text).toString();
      return true;
    }) as typeof process.stdout.write;
  process.stdout.write = listen("out");
  process.stderr.write = listen("err");
  Object.assign(process.env, { NO_COLOR: "1", ...options.env });
  try {
    process.chdir(options.cwd ?? before.cwd);
    process.exitCode = undefined;
    await main([process.execPath, BIN, ...args]);
    return { code: Number(process.exitCode ?? 0), ...told };
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    process.chdir(before.cwd);
    process.env = before.env;
    process.exitCode = undefined;
  }
}

/** node: another Node to run it with; input: standard input. */
export function spawned(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly input?: string;
    readonly env?: Record<string, string>;
    readonly node?: string;
  } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(options.node ?? process.execPath, [BIN, ...args], {
      cwd: options.cwd ?? root,
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NO_COLOR: "1", ...options.env },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (bytes: Buffer) => {
      out += bytes.toString();
    });
    child.stderr.on("data", (bytes: Buffer) => {
      err += bytes.toString();
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}
