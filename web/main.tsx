// Where the page begins: the settings are read, the shell is drawn.
import { render } from "preact";
import "./core/settings.ts";
import { Shell } from "./shell.tsx";

render(<Shell />, document.querySelector("#page")!);
