import { SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

const CHECKS_OWN_FORM = 'linking:checks-own-form';

/**
 * The handler reads the form's token itself, before anything else: a file is streamed, so its form is not yet read
 * when the guard looks. See `receiveUpload`.
 */
export const ChecksOwnForm = () => SetMetadata(CHECKS_OWN_FORM, true);

export const checksOwnForm = (reflector: Reflector, handler: Parameters<Reflector['get']>[1]): boolean =>
  reflector.get<boolean | undefined>(CHECKS_OWN_FORM, handler) === true;
