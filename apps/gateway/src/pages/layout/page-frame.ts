/** Addresses of the style sheet, scripts and icon, with the hash of their content in the name. */
export interface PageAssets {
  readonly styles: string;
  readonly script: string;
  /** Of the sheet only. */
  readonly sheetScript: string;
  readonly icon: string;
  /** The program with which auditors verify evidence on their own machine. */
  readonly verifier: string;
}

export interface NavPlace {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface SignedInAs {
  readonly name: string;
  /** `Bradford`, `National office`, `Auditor`. */
  readonly place: string;
  /** Her own account. */
  readonly account: string;
  readonly signOutAction: string;
  readonly csrf: string;
}

export interface DemoClockView {
  /** The demonstration's moment, an ISO instant. */
  readonly now: string;
  /** Its own page, and where it is moved. */
  readonly action: string;
  /** Absent for those who may not move it; `backTo` is where to come back to. */
  readonly forward?: { readonly csrf: string; readonly backTo: string };
}

export interface FlashView {
  readonly tone: 'green' | 'amber' | 'red';
  readonly text: string;
  /** Warnings that came with the answer, one sentence each. */
  readonly more?: readonly string[];
}

export interface LinkTo {
  readonly href: string;
  readonly label: string;
}

/** What surrounds every page. `signedIn` and places are absent on pages for schools. */
export interface PageFrame {
  readonly assets: PageAssets;
  readonly places: readonly NavPlace[];
  readonly home: string;
  readonly signedIn?: SignedInAs;
  readonly demoClock?: DemoClockView;
  readonly demonstration: boolean;
  readonly flash?: FlashView;
  readonly crumbs?: readonly LinkTo[];
  readonly apiDocs?: string;
  /** For those who may see whether the log was altered. */
  readonly audit?: string;
  /** For those who keep the machine running. */
  readonly operations?: string;
}
