import { IsString, Length, MaxLength } from 'class-validator';

export class ChangePasswordBody {
  @IsString({ message: 'Enter your current password.' })
  @Length(1, 200, { message: 'Enter your current password.' })
  current: string;

  @IsString({ message: 'Enter a new password.' })
  @MaxLength(1000, { message: 'Use at most 200 characters.' })
  password: string;

  @IsString({ message: 'Enter the new password again.' })
  @MaxLength(1000, { message: 'Enter the new password again.' })
  again: string;
}

export class ForgottenPasswordBody {
  @IsString({ message: 'Enter your e-mail address.' })
  @Length(3, 254, { message: 'Enter your e-mail address.' })
  email: string;
}
