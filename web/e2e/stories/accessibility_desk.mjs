// Every screen on a desk, in both lights, and nothing that axe could find.
import { DESK } from "../people.mjs";
import { lookEverywhere } from "../screens.mjs";

export default (stage) => lookEverywhere(DESK, stage);
