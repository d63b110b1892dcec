using System.Runtime.CompilerServices;

namespace MiniApp;

/// <summary>
/// Decoded parameters in the order of their names. What is sorted is a number for each, of its name's first bytes and its position: that
/// takes a third of the time of comparing texts and moving parameters. The texts are only looked at where the first bytes are the same,
/// which they are for no two names of a launch that a platform documents.
/// </summary>
/// <param name="storage">Memory that the parameters are in, and others too.</param>
/// <param name="order">Memory for the numbers.</param>
/// <param name="prefixLength">How many bytes all names begin with alike, which tell nothing about the order.</param>
internal ref struct SortedParameters(Span<QueryParameter> storage, Span<ulong> order, int prefixLength)
{
    /// <summary>The part of a number that is the position. The other six bytes are the name's.</summary>
    private const ulong PositionMask = ushort.MaxValue;

    private readonly Span<QueryParameter> _storage = storage;
    private readonly Span<ulong> _order = order;
    private readonly int _prefixLength = prefixLength;

    public int Count { get; private set; }

    /// <summary>The parameter of that rank.</summary>
    public readonly ref QueryParameter this[int rank] => ref _storage[(int)(_order[rank] & PositionMask)];

    /// <summary>The parameter at a place in the memory, be it one of these or not.</summary>
    public readonly ref QueryParameter At(int position) => ref _storage[position];

    /// <summary>Puts a parameter whose name is decoded among these, which is looked for from the end: what comes in order costs next to nothing.</summary>
    /// <param name="position">Where in the memory it is.</param>
    /// <param name="query">The text that all of them stand in, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    /// <returns><see langword="false"/> where the name was there already.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int position, ReadOnlySpan<byte> query)
    {
        var number = _storage[position].ReadNameStart(query, _prefixLength) & ~PositionMask | (uint)position;
        var numbers = _order;
        var rank = Count++;
        for (; rank > 0 && numbers[rank - 1] > number; rank--)
        {
            numbers[rank] = numbers[rank - 1];
        }

        numbers[rank] = number;
        return rank == 0 || (numbers[rank - 1] ^ number) > PositionMask || TryPlace(rank, query);
    }

    /// <summary>Finds the place of a name that was put behind those that start like it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool TryPlace(int rank, ReadOnlySpan<byte> query)
    {
        var number = _order[rank];
        var place = FindPlace(rank, number, this[rank].Name(query), query, out var isNew);
        _order[place..rank].CopyTo(_order[(place + 1)..]);
        _order[place] = number;
        return isNew;
    }

    /// <summary>
    /// The place of a name among those before <paramref name="end"/>, none of which starts like a later one. Halving the rest each time, so
    /// that nobody can have a hundred long names compared each with each.
    /// </summary>
    private readonly int FindPlace(int end, ulong number, ReadOnlySpan<byte> name, ReadOnlySpan<byte> query, out bool isNew)
    {
        var start = number & ~PositionMask;

        isNew = true;
        var (low, high) = (0, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var comparison = _order[middle] < start ? -1 : this[middle].Name(query).SequenceCompareTo(name);
            isNew &= comparison != 0;
            (low, high) = comparison > 0 ? (low, middle) : (middle + 1, high);
        }

        return high;
    }

    /// <summary>Takes out the parameters whose names begin with <paramref name="prefix"/>. Copies of this share its memory, and are spent.</summary>
    /// <returns>Whether there were any.</returns>
    public bool RemoveNames(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> query)
    {
        var kept = 0;
        for (var rank = 0; rank < Count; rank++)
        {
            if (!this[rank].Name(query).StartsWith(prefix))
            {
                _order[kept++] = _order[rank];
            }
        }

        var isAny = kept < Count;
        Count = kept;
        return isAny;
    }
}
