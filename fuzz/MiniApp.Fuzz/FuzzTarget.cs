namespace MiniApp.Fuzz;

/// <summary>
/// What is verified twice. An input is one text, however many values it stands for, so that one way of making it smaller fits all.
/// </summary>
/// <param name="name">The name for the command line.</param>
internal abstract class FuzzTarget(string name)
{
    /// <summary>Between the values that an input stands for: no platform's text has it.</summary>
    protected const char Separator = '\u001e';

    public string Name { get; } = name;

    /// <summary>How many inputs are made from one seed. Fewer where one takes long, so that the others have their turn.</summary>
    public virtual int BatchSize => 500;

    /// <summary>A source of inputs, the same ones for the same seed.</summary>
    public abstract Func<string> Inputs(int seed);

    /// <summary>The verdict by plain code.</summary>
    public abstract string Expected(string input);

    /// <summary>The verdict by the library.</summary>
    public abstract string Actual(string input);
}
