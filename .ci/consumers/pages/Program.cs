/// <summary>Stands for the back end that the blocks of docs/testing.md test.</summary>
public sealed class Program;
