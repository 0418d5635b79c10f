export interface MailSettings {
  /** Address people open, without a slash at its end. */
  readonly publicUrl: string;
  /** Address every mail comes from; replies go to the programme's mailbox, or to the national office. */
  readonly mailFrom: string;
  /** Who is written to where no programme is. */
  readonly nationalOffice: string;
  readonly tokenSecret: string;
}

export const mailDomain = ({ mailFrom }: Pick<MailSettings, 'mailFrom'>) =>
  mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
export const signingAddress = ({ publicUrl }: Pick<MailSettings, 'publicUrl'>, token: string) =>
  `${publicUrl}/sign/${token}`;
export const answeringAddress = ({ publicUrl }: Pick<MailSettings, 'publicUrl'>, token: string) =>
  `${publicUrl}/proposal/${token}`;
export const namingAddress = ({ publicUrl }: Pick<MailSettings, 'publicUrl'>, token: string) =>
  `${publicUrl}/name-teacher/${token}`;
export const privacyAddress = ({ publicUrl }: Pick<MailSettings, 'publicUrl'>) => `${publicUrl}/privacy`;
