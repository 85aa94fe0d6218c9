"""A fictional member with a life of her own, taken in through the same door as everybody's."""
