import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

describe('IpAddress', () => {
  test('S105: takes CIDR ranges; an address alone is a range of one', () => {
    expect(holds('IpAddress', { policy: '203.0.113.0/24', request: '203.0.113.255' })).toBe(true);
    expect(holds('IpAddress', { policy: '203.0.113.0/24', request: '203.0.114.0' })).toBe(false);
    expect(holds('IpAddress', { policy: '203.0.113.7', request: '203.0.113.7' })).toBe(true);
    expect(holds('IpAddress', { policy: '203.0.113.7', request: '203.0.113.6' })).toBe(false);
    expect(holds('IpAddress', { policy: '2001:db8::1', request: '2001:db8::1' })).toBe(true);
    expect(holds('IpAddress', { policy: '2001:db8::1', request: '2001:db8::2' })).toBe(false);
    expect(holds('IpAddress', { policy: '2001:db8::/33', request: '2001:db8:7fff::1' })).toBe(true);
    expect(holds('IpAddress', { policy: '2001:db8::/33', request: '2001:db8:8000::1' })).toBe(false);
  });

  test.each(['0.0.0.0/0', '128.0.0.0/1', '255.255.255.255/32', '255.255.255.254/31'])(
    'S105: 255.255.255.255 is in %s',
    (policy) => {
      expect(holds('IpAddress', { policy, request: '255.255.255.255' })).toBe(true);
    },
  );

  test('S106: families never match each other, and may be mixed', () => {
    const policy = ['203.0.113.0/24', '2001:db8::/32'];
    expect(holds('IpAddress', { policy, request: '2001:db8::7' })).toBe(true);
    expect(holds('IpAddress', { policy, request: '203.0.113.7' })).toBe(true);
    expect(holds('IpAddress', { policy: '0.0.0.0/0', request: '::1' })).toBe(false);
    expect(holds('IpAddress', { policy: '::/0', request: '1.2.3.4' })).toBe(false);
    expect(holds('IpAddress', { policy: '203.0.113.7', request: '::ffff:203.0.113.7' })).toBe(false);
    expect(holds('NotIpAddress', { policy: '0.0.0.0/0', request: '::1' })).toBe(true);
  });

  test.each([
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
    ['::1.2.3.4', '::102:304'],
    ['1::', '1:0:0:0:0:0:0:0'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:0102:0304'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1::8', '0001:0000:0000:0000:0000:0000:0000:0008'],
  ])('S107: %s = %s', (one, other) => {
    expect(holds('IpAddress', { policy: one, request: other })).toBe(true);
    expect(holds('IpAddress', { policy: other, request: one })).toBe(true);
  });

  test('S107: host bits are masked off', () => {
    expect(holds('IpAddress', { policy: '203.0.113.77/24', request: '203.0.113.1' })).toBe(true);
    expect(holds('IpAddress', { policy: '2001:db8::ffff/112', request: '2001:db8::1' })).toBe(true);
  });

  test.each([
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.00',
    '1..2.3',
    '.1.2.3',
    '1.2.3.',
    '1.2.3.4 ',
    '0x1.2.3.4',
    '16909060',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '1::2::3',
    '12345::',
    'g::',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1.2.3',
    '::1.2.3.4:5',
    '1.2.3.4::',
    'fe80::1%eth0',
    '[::1]',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '',
    'localhost',
  ])('S107: `%s` is no address, so that neither operator can tell', (text) => {
    const policy = ['0.0.0.0/0', '::/0'];
    for (const operator of ['IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'ForAllValues:IpAddress']) {
      if (text !== '' || !operator.startsWith('ForAll')) {
        expect(holds(operator, { policy, request: text })).toBe('undecided');
      }
      for (const request of ['1.2.3.4', '::1'])
        expect(holds(operator, { policy: text, request })).toBe('undecided');
    }
  });

  test.each([
    '1.2.3.0/33',
    '1.2.3.0/',
    '1.2.3.0/08',
    '1.2.3.0/-1',
    '1.2.3.0/a',
    '::/129',
    '1.2.3.0/24/24',
    '1.2.3.0/2.4',
  ])('S107: `%s` is no range', (value) => {
    for (const request of ['1.2.3.0', '::']) {
      expect(holds('IpAddress', { policy: value, request })).toBe('undecided');
      expect(holds('NotIpAddress', { policy: value, request })).toBe('undecided');
      const differs = { policy: [value, '10.0.0.0/8'], request };
      expect(holds('IpAddress', differs)).toBe('undecided');
      expect(holds('NotIpAddress', differs)).toBe('undecided');
      const matches = { policy: [value, '1.0.0.0/8', '::/8'], request };
      expect(holds('IpAddress', matches)).toBe(true);
      expect(holds('NotIpAddress', matches)).toBe(false);
    }
  });

  test('S107: a range is no address of a request', () => {
    expect(holds('IpAddress', { policy: '0.0.0.0/0', request: '1.2.3.0/24' })).toBe('undecided');
  });

  test('S108: without aws:SourceIp, IpAddress is false and NotIpAddress true', () => {
    expect(holds('IpAddress', { policy: '0.0.0.0/0' })).toBe(false);
    expect(holds('NotIpAddress', { policy: '0.0.0.0/0' })).toBe(true);
  });
});
