// What stands around every page: skip link, name, navigation, search, the page itself, the foot. Chooses the page by
// the address; all but the timeline are fetched when they are first opened.
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, to } from "./core/address.ts";
import { onKey } from "./core/keys.ts";
import { TimelinePage } from "./pages/timeline.tsx";
import { Foot } from "./parts/foot.tsx";
import { KeySheet } from "./parts/keysheet.tsx";
import { Masthead } from "./parts/masthead.tsx";
import { Waiting } from "./parts/states.tsx";

const LATER: Readonly<Record<string, () => Promise<ComponentType>>> = {
  incident: async () => (await import("./pages/incident.tsx")).IncidentPage,
  claim: async () => (await import("./pages/claim.tsx")).ClaimPage,
  document: async () => (await import("./pages/document.tsx")).DocumentPage,
  map: async () => (await import("./pages/map.tsx")).MapPage,
  control: async () => (await import("./pages/control.tsx")).ControlPage,
  orders: async () => (await import("./pages/orders.tsx")).OrdersPage,
  chain: async () => (await import("./pages/chain.tsx")).ChainPage,
  disputes: async () => (await import("./pages/disputes.tsx")).DisputesPage,
  actors: async () => (await import("./pages/actors.tsx")).ActorsPage,
  actor: async () => (await import("./pages/actor.tsx")).ActorPage,
  search: async () => (await import("./pages/search.tsx")).SearchPage,
  sources: async () => (await import("./pages/sources.tsx")).SourcesPage,
  sitrep: async () => (await import("./pages/sitrep.tsx")).SitrepPage,
};
const fetched = new Map<string, ComponentType>([["incidents", TimelinePage]]);

const Unknown = () => (
  <>
    <h1>No such page</h1>
    <p>
      Nothing is kept at this address. <a href={to("incidents")}>The timeline</a> is the way in.
    </p>
  </>
);

/** The page's component; null while it is on its way. */
function usePage(name: string): ComponentType | null {
  const [, redraw] = useState(0);
  useEffect(() => {
    const fetch = LATER[name];
    if (!fetch || fetched.has(name)) return;
    let current = true;
    fetch().then((page) => {
      fetched.set(name, page);
      if (current) redraw((n) => n + 1);
    });
    return () => {
      current = false;
    };
  }, [name]);
  return fetched.get(name) ?? (name in LATER ? null : Unknown);
}

export function Shell() {
  const { page, id } = address.value;
  const Page = usePage(page);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  // A new page begins at its head, for the eye and for the screen reader; a changed filter leaves both where they are.
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [page, id]);

  const skip = (event: Event): void => {
    event.preventDefault(); // '#main' would be taken for an address of ours.
    main.current?.focus();
    main.current?.scrollIntoView();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place on this page; only the address must stay */}
      <a class="skip" href="#main" onClick={skip}>
        Skip to the page
      </a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1} class={`page-${page}`}>
        {Page ? <Page key={`${page}/${id ?? ""}`} /> : <Waiting what="the page" />}
      </main>
      <Foot />
      <KeySheet />
    </>
  );
}
