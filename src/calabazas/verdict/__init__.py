"""From findings to advice: policy, weighing, the decision table, what to ask, the deadline, the reasons."""
