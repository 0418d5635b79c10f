import { faithGroup, religiousCharacter } from './faith.js';

describe('the religious character of a school', () => {
  test.each([
    ['Islam', 'Muslim'],
    ['Muslim', 'Muslim'],
    ['Does not apply', 'None'],
    ['Anglican', 'Church of England'],
    ['Catholic', 'Roman Catholic'],
    ['Anglican/Church of England', 'Church of England'],
    ['Church of England/Methodist', 'Church of England/Methodist'],
  ])('%s is written %s', (cell, spelling) => {
    expect(religiousCharacter(cell)).toBe(spelling);
  });

  test('"Unknown" says nothing', () => {
    expect(religiousCharacter('Unknown')).toBeUndefined();
  });

  test.each([
    ['None', 'none'],
    ['Muslim', 'muslim'],
    ['Sunni Deobandi', 'muslim'],
    ['Charadi Jewish', 'jewish'],
    ['Roman Catholic', 'roman-catholic'],
    ['Church of England', 'church-of-england'],
    ['Church of England/Evangelical', 'church-of-england'],
    ['Church of England/Methodist', 'other-christian'],
    ['Church of England/Roman Catholic', 'other-christian'],
    ['Christian/Evangelical', 'other-christian'],
    ['Church of England/Roman Catholic/Christian', 'other-christian'],
    ['Church of England/Muslim', 'multi-faith'],
    ['Greek Orthodox', 'other-christian'],
    ['Orthodox Jewish', 'jewish'],
    ['Plymouth Brethren Christian Church', 'other-christian'],
    ['Multi-faith', 'multi-faith'],
    ['Zoroastrian', 'other'],
  ])('%s belongs to %s', (character, group) => {
    expect(faithGroup(character)).toBe(group);
  });
});
