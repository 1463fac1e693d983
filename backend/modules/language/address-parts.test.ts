import { describe, expect, it } from 'vitest';
import { readAddress } from './address-parts.ts';

const nothing = {
  province: null,
  city: null,
  district: null,
  street: null,
  number: null,
  unit: null,
  name: null,
  phone: null,
};

describe('the parts of an address', () => {
  it.each([
    [
      '收货地址写错了 改成浙江省杭州市西湖区文三路188号3幢502室 收件人林晓 13800138000',
      {
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
        street: '文三路',
        number: '188号',
        unit: '3幢502室',
        name: '林晓',
        phone: '13800138000',
      },
    ],
    [
      '寄到上海市浦东新区世纪大道100号',
      { ...nothing, city: '上海市', district: '浦东新区', street: '世纪大道', number: '100号' },
    ],
    ['门牌少写了 是朝阳区建国路 2 号楼 1203', { ...nothing, district: '朝阳区', street: '建国路' }],
    [
      'should be flat 12B, 40 Nathan Road, Kowloon',
      { ...nothing, street: 'Nathan Road', number: '40', unit: '12B', city: 'Kowloon' },
    ],
    [
      '221 Baker Street, London. Recipient: Jane Miller, +44 20 7946 0958',
      {
        ...nothing,
        street: 'Baker Street',
        number: '221',
        name: 'Jane Miller',
        phone: '442079460958',
      },
    ],
    ['forgot my apartment number, its 4C', null],
    ['我要退货', null],
    ['where is my parcel', null],
  ])('are read from “%s”', (text, parts) => {
    const read = readAddress(text);
    if (parts === null) expect(read).toBeNull();
    else
      expect(read).toMatchObject(
        Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null)),
      );
  });
});
