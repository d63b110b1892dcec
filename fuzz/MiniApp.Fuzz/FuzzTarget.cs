namespace MiniApp.Fuzz;

/// <summary>
/// What is verified twice. An input is one text, however many values it stands for, so that one way of making it smaller fits all. A verdict
/// is its name, and behind a line feed what was read of an input that is good: the right verdict with another user is as wrong as any.
/// </summary>
/// <param name="name">The name for the command line.</param>
internal abstract class FuzzTarget(string name)
{
    /// <summary>Between the values that an input stands for: no platform's text has it.</summary>
    protected const char Separator = '\u001e';

    public string Name { get; } = name;

    /// <summary>What runs it alone.</summary>
    public virtual string Option => $"--target {Name}";

    /// <summary>How many inputs are made from one seed. Fewer where one takes long, so that the others have their turn.</summary>
    public virtual int BatchSize => 500;

    /// <summary>A source of inputs, the same ones for the same seed.</summary>
    public abstract Func<string> Inputs(int seed);

    /// <summary>The verdict by plain code.</summary>
    public abstract string Expected(string input);

    /// <summary>The verdict by the library.</summary>
    public abstract string Actual(string input);

    /// <summary>Whether a verdict's name says that an input is good.</summary>
    public virtual bool IsGood(string verdict) => verdict == "None";

    /// <summary>That an input is good, and what was read of it.</summary>
    public static string Good(params IEnumerable<object?> read) => $"None\n{string.Join(Separator, read)}";

    /// <summary>A verdict without what was read.</summary>
    public static string NameOf(string verdict) => verdict.Split('\n')[0];
}
