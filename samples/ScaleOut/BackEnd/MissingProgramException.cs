namespace ScaleOut.BackEnd;

/// <summary>A program that is not on this machine.</summary>
internal sealed class MissingProgramException(string program, Exception inner)
    : Exception($"The rehearsal starts {program}, which is not here. In Debian: apt-get install {program}.", inner);
