import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';

export class SignInBody {
  @ApiProperty({ type: String, format: 'email', maxLength: 254 })
  @IsString({ message: 'Enter your e-mail address.' })
  @Length(1, 254, { message: 'Enter your e-mail address.' })
  email: string;

  @ApiProperty({ type: String, format: 'password', maxLength: 200 })
  @IsString({ message: 'Enter your password.' })
  @Length(1, 200, { message: 'Enter your password.' })
  password: string;
}

/** A user of the demonstration. */
export const signInExample = { email: 'coordinator@bradford.example', password: 'linking-demo-2026' };

export class SignedInAnswer {
  @ApiProperty({ type: String, description: 'Send it as `Authorization: Bearer <token>`.' })
  token: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: string;
}

export class SetPasswordBody {
  @IsString({ message: 'Enter a password.' })
  @MaxLength(1_000, { message: 'Enter a shorter password.' })
  password: string;

  @IsString({ message: 'Enter the password a second time.' })
  @MaxLength(1_000, { message: 'Enter a shorter password.' })
  again: string;
}
