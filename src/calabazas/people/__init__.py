"""What the product knows of people: plain frozen data, identity, standing."""
