using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class QuestionSetMapping : IEntityTypeConfiguration<QuestionSet>
{
    public void Configure(EntityTypeBuilder<QuestionSet> set)
    {
        set.HasOne(item => item.Gathering).WithMany().HasForeignKey(item => item.GatheringId);
        set.HasOne<Perspective>()
            .WithMany()
            .HasForeignKey(item => item.PerspectiveId)
            .OnDelete(DeleteBehavior.Restrict);
        set.HasMany(item => item.Questions).WithOne().HasForeignKey(item => item.SetId);
    }
}

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Ignore(item => item.Wording);
        question.HasMany(item => item.Wordings).WithOne().HasForeignKey(item => item.QuestionId);
        question.Navigation(item => item.Wordings).AutoInclude();
    }
}

internal sealed class QuestionWordingMapping : IEntityTypeConfiguration<QuestionWording>
{
    public void Configure(EntityTypeBuilder<QuestionWording> wording)
    {
        wording.ToTable("QuestionWordings");
        wording.HasIndex(item => new { item.QuestionId, item.Number }).IsUnique();
        wording.ComplexProperty(item => item.Text);
        wording.ComplexProperty(item => item.Help);
        wording.ComplexProperty(item => item.AtDistance);
        wording.ComplexProperty(item => item.Options);
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable("Answers");
        answer.HasIndex(item => new { item.InvitationId, item.QuestionId });
        // An answer is never overwritten by one that was read before it.
        answer.Property(item => item.Revision).IsConcurrencyToken();
        answer.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
        answer.HasOne<Question>().WithMany().HasForeignKey(item => item.QuestionId).OnDelete(DeleteBehavior.Restrict);
        answer
            .HasOne<QuestionWording>()
            .WithMany()
            .HasForeignKey(item => item.WordingId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnswerReadMapping : IEntityTypeConfiguration<AnswerRead>
{
    public void Configure(EntityTypeBuilder<AnswerRead> read)
    {
        read.ToTable("AnswerReads");
        read.HasIndex(item => new { item.AnswerId, item.ReaderId }).IsUnique();
        read.HasOne<Answer>().WithMany().HasForeignKey(item => item.AnswerId);
        read.HasOne<Person>().WithMany().HasForeignKey(item => item.ReaderId);
    }
}

internal sealed class PreparationMapping : IEntityTypeConfiguration<PreparationProgress>
{
    public void Configure(EntityTypeBuilder<PreparationProgress> preparation)
    {
        preparation.ToTable("Preparations");
        preparation.HasIndex(item => item.InvitationId).IsUnique();
        preparation.HasOne<Invitation>().WithMany().HasForeignKey(item => item.InvitationId);
        preparation
            .HasOne<Question>()
            .WithMany()
            .HasForeignKey(item => item.LastQuestionId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class OverviewWishMapping : IEntityTypeConfiguration<OverviewWish>
{
    public void Configure(EntityTypeBuilder<OverviewWish> wish)
    {
        wish.ToTable("OverviewWishes");
        wish.HasIndex(item => new { item.GatheringId, item.ReaderId }).IsUnique();
        wish.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        wish.HasOne<Person>().WithMany().HasForeignKey(item => item.ReaderId);
    }
}
