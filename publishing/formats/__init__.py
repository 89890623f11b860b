"""Published documents in other people's formats. Pure: values in, values out, no Django."""
