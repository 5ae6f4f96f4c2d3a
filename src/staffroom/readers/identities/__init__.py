"""Who held an address, and when: leases, sign-ins, accounting records."""
