namespace MiniApp.AspNetCore;

/// <summary>What the platforms' requirements are made of: lists that can't be empty, and the sentences that name them.</summary>
internal static class Demands
{
    /// <summary>A copy of a list, which must not be empty: nobody means to let nobody in.</summary>
    /// <exception cref="ArgumentException">The list is empty, or a text in it is.</exception>
    public static string[] Require(string[] values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);

        return values.Length > 0 && !Array.Exists(values, string.IsNullOrEmpty) ? [.. values]
            : throw new ArgumentException("There must be at least one, and none may be empty.", parameterName);
    }

    /// <inheritdoc cref="Require(string[], string)"/>
    /// <exception cref="ArgumentException">The list is empty, or a number in it is not above 0.</exception>
    public static long[] Require(long[] values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);

        return values.Length > 0 ? RequirePositive(values, parameterName)
            : throw new ArgumentException("There must be at least one.", parameterName);
    }

    /// <summary>A copy of a list of ids, which may be empty.</summary>
    /// <exception cref="ArgumentException">A number in it is not above 0.</exception>
    public static long[] RequirePositive(long[] values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);

        return Array.TrueForAll(values, value => value > 0) ? [.. values]
            : throw new ArgumentException("An id is above 0.", parameterName);
    }

    public static string Or<T>(IEnumerable<T> values) => string.Join(" or ", values);
}
