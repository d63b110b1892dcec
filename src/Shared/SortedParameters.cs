namespace MiniApp;

/// <summary>
/// Decoded parameters in the order of their names. Each is put in its place as it is read: the platforms send most of them in order
/// already, and a name that is there twice is found on the way.
/// </summary>
internal ref struct SortedParameters(Span<QueryParameter> storage)
{
    private readonly Span<QueryParameter> _storage = storage;
    private int _count = 0;

    public readonly ReadOnlySpan<QueryParameter> Items => _storage[.._count];

    /// <summary>Adds a parameter; <see langword="false"/>, and nothing is added, where its name is there already.</summary>
    public bool TryAdd(in QueryParameter parameter, ReadOnlySpan<byte> query)
    {
        var place = _count;
        while (place > 0)
        {
            var order = parameter.CompareNameTo(_storage[place - 1], query);
            if (order == 0)
            {
                return false;
            }

            if (order > 0)
            {
                break;
            }

            place--;
        }

        _storage[place.._count].CopyTo(_storage[(place + 1)..]);
        _storage[place] = parameter;
        _count++;
        return true;
    }
}
